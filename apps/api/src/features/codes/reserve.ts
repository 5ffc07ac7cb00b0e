import { type LabelCode, ReserveCodes, ReservedCodes } from "@stowage/contract/label-codes";
import { reserveCodes } from "../../inventory/codes/reserve-codes.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/** Makes codes for labels that stand on nothing yet. A batch of a name that is there already grows. */
export const reserve = scoped("bins:write")
  .meta(rest("POST /codes", "Reserve blank labels", { status: 201 }))
  .input(ReserveCodes)
  .output(ReservedCodes)
  .mutation(({ ctx, input }) =>
    writing(ctx, async (begun) => {
      const data: LabelCode[] = await reserveCodes(begun, input);
      return { data };
    }),
  );
