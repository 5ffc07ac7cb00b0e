import { z } from "zod";

/** An address or a network: `192.168.1.7`, `192.168.1.0/24`, `2001:db8::/32`; a lone address is its own network. */
export const Cidr = z
  .string()
  .trim()
  .toLowerCase()
  .max(49)
  .overwrite((text) => (text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`))
  .pipe(
    z.union([z.cidrv4(), z.cidrv6()], { error: "Expected an address or a network such as 192.168.1.0/24." }),
  )
  .meta({ examples: ["192.168.1.0/24"] });
