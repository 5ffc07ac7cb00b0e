import { setFlagsFromString } from "node:v8";

/**
 * V8 watches which object literals make objects that live long, and has optimized code make those where the old ones are.
 * It judges by a hundred objects, and hardly ever again. A server that was busy for a moment keeps them all for that moment; from
 * then on what such a literal holds, a whole request, is kept until the next full collection: every answer costs up to
 * twice as much, for as long as the process lives, in one process and not in the next. Imported before all else, as what is judged
 * while other modules are loaded stays judged.
 */
export const ALL_BEGIN_YOUNG = "--no-allocation-site-pretenuring";

setFlagsFromString(ALL_BEGIN_YOUNG);
