import type { WhoAmI } from "@stowage/contract/api-keys";
import { SCOPES, type Scope } from "@stowage/contract/scopes";
import { useFormProblem } from "../../components/form/form-problem.ts";
import { MemberPicker } from "../../components/people/member-picker.tsx";
import { Field } from "../../components/ui/field.tsx";
import { joinWords } from "./access-words.ts";
import { idleScopes, type NewKeyValues } from "./create-key-values.ts";

interface ActsAsFieldProps {
  me: WhoAmI;
  member: NewKeyValues["actsAs"];
  onMemberChange: (member: NewKeyValues["actsAs"]) => void;
  scopes: Scope[];
}

/** More scopes than this are counted instead. */
const NAMED_MAX = 3;

/** K24: whose rights the key uses, as they are at each call; and what of the chosen access those do not cover. */
export function ActsAsField({ me, member, onMemberChange, scopes }: ActsAsFieldProps) {
  const { fieldErrors } = useFormProblem();
  const idle = idleScopes({ scopes, actsAs: member });
  return (
    <Field
      label="Acts as"
      hint={
        member && idle.length > 0
          ? `${member.name} is a ${member.role}, which does not cover ${namesOf(idle)}: that lies idle until their role does.`
          : "The key has this member's rights, as they are at each call, and both names stand in the log."
      }
      error={fieldErrors.acts_as}
    >
      <MemberPicker
        name="acts_as"
        placeholder={`You (${me.user.name})`}
        exceptId={me.user.id}
        value={member}
        onValueChange={onMemberChange}
      />
    </Field>
  );
}

function namesOf(scopes: readonly Scope[]): string {
  const names = scopes.map((scope) => SCOPES[scope].label.toLowerCase());
  if (names.length <= NAMED_MAX) return joinWords(names);
  return `${names.slice(0, NAMED_MAX - 1).join(", ")} and ${names.length - NAMED_MAX + 1} more`;
}
