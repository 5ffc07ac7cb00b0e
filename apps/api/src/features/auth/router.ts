import { router } from "../../trpc/procedures.ts";
import { changePassword } from "./change-password.ts";
import { confirm } from "./confirm.ts";
import { session } from "./session.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { signUp } from "./sign-up.ts";
import { switchOrganization } from "./switch-organization.ts";

export const authRouter = router({
  signUp,
  signIn,
  signOut,
  session,
  confirm,
  changePassword,
  switchOrganization,
});
