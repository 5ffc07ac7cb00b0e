import { expect, test } from "vitest";
import { createTestDatabase } from "./test-database.ts";

test("each test database is a migrated copy of its own, and goes away when dropped", async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const [{ migrations }] = await one.sql<[{ migrations: number }]>`
    select count(*)::int as migrations from drizzle.__drizzle_migrations`;
  expect(migrations).toBeGreaterThan(0);
  await one.sql`create table only_here (id int)`;
  const seen = await two.sql`select to_regclass('only_here') as found`;
  expect(seen[0]?.found).toBeNull();
  const [{ name }] = await one.sql<[{ name: string }]>`select current_database() as name`;
  await one.drop();
  const left = await two.sql`select from pg_database where datname = ${name}`;
  expect(left).toHaveLength(0);
  await two.drop();
});

test("tests run as the product does: without superuser rights", async () => {
  const database = await createTestDatabase();
  const [role] = await database.sql<
    [{ rolsuper: boolean }]
  >`select rolsuper from pg_roles where rolname = current_user`;
  expect(role.rolsuper).toBe(false);
  await database.drop();
});
