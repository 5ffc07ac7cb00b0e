import { router } from "../../trpc/procedures.ts";
import { session } from "./session.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { signUp } from "./sign-up.ts";

export const authRouter = router({ session, signUp, signIn, signOut });
