import { expect, test } from "vitest";
import { networkOf } from "./client-network.ts";

test.each([
  ["192.168.1.77", "192.168.1.0/24"],
  ["10.0.0.7", "10.0.0.0/24"],
  ["::ffff:10.0.0.7", "10.0.0.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["2001:0DB8:0001::7", "2001:db8:1::/48"],
  ["2001:db8::7", "2001:db8::/48"],
  ["2001::7", "2001::/48"],
  ["2001:0:7::1", "2001:0:7::/48"],
  ["::1", "::/48"],
  ["fe80::1%eth0", "fe80::/48"],
  ["1:2:3:4:5:6:7::", "1:2:3::/48"],
  ["64:ff9b::192.0.2.33", "64:ff9b::/48"],
])("%s counts as %s", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

test("one network has one name, whoever spells its addresses", () => {
  expect(networkOf("2001:db8:1::1")).toBe(networkOf("2001:DB8:1:0:0:0:0:99"));
  expect(networkOf("2001:db8:1::1")).not.toBe(networkOf("2001:db8:2::1"));
});

test("what is no address stands for itself", () => {
  expect(networkOf("unix:")).toBe("unix:");
});
