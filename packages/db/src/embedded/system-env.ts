/** The whole environment of the programs we start: none of our secrets, no PG* variable of the caller's shell. */
export const SYSTEM_ENV: Readonly<Record<string, string>> = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin",
  LC_ALL: "C",
  TZ: "UTC",
};
