import { ID_PREFIXES, type IdKind } from "@stowage/contract/ids";
import { typeidUnboxed } from "typeid-js";

/** A fresh TypeID: the kind's prefix and a UUIDv7, so ids of one kind sort by the time they were made. */
export function newId(kind: IdKind): string {
  return typeidUnboxed(ID_PREFIXES[kind]);
}
