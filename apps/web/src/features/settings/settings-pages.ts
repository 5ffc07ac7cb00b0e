import {
  Bell,
  Building2,
  HardDriveDownload,
  KeyRound,
  type LucideIcon,
  ShieldCheck,
  UserRound,
  Users,
} from "lucide-react";

interface SettingsPlace {
  to:
    | "/settings/account"
    | "/settings/security"
    | "/settings/notifications"
    | "/settings/organization"
    | "/settings/members"
    | "/settings/data"
    | "/settings/api-keys";
  label: string;
  /** One line for the list of a phone, where there is room for it. */
  text: string;
  icon: LucideIcon;
}

interface SettingsGroup {
  label: string;
  places: readonly SettingsPlace[];
}

/** The pages of the settings: what concerns the person alone, then what everybody in the organization shares. */
export const SETTINGS_GROUPS: readonly SettingsGroup[] = [
  {
    label: "Personal",
    places: [
      {
        to: "/settings/account",
        label: "Account",
        text: "Your name, your time zone, how Stowage looks.",
        icon: UserRound,
      },
      {
        to: "/settings/security",
        label: "Security",
        text: "Password, second factor, where you are signed in.",
        icon: ShieldCheck,
      },
      {
        to: "/settings/notifications",
        label: "Notifications",
        text: "What you are told of, under the bell and by mail.",
        icon: Bell,
      },
    ],
  },
  {
    label: "Shared",
    places: [
      {
        to: "/settings/organization",
        label: "Organization",
        text: "Name, rules for keys, how long things are kept.",
        icon: Building2,
      },
      {
        to: "/settings/members",
        label: "Members",
        text: "Who is in, what they may do, and invitations.",
        icon: Users,
      },
      {
        to: "/settings/data",
        label: "Data",
        text: "Take everything out as a file, bring files in, undo that.",
        icon: HardDriveDownload,
      },
      {
        to: "/settings/api-keys",
        label: "API keys",
        text: "What scripts and devices may do here, and how to end it.",
        icon: KeyRound,
      },
    ],
  },
];
