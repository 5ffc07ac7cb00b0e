import { Dialog, DialogBody } from "../../components/ui/dialog.tsx";
import { Kbd } from "../../components/ui/kbd.tsx";
import { ACTION_SECTIONS, useActions } from "../../lib/actions.ts";

/** Every shortcut of this moment, from the same registry that runs them. */
export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const actions = useActions().filter((action) => action.keys);
  const sections = ACTION_SECTIONS.map((section) => ({
    section,
    actions: actions.filter((action) => action.section === section),
  })).filter((group) => group.actions.length > 0);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Keyboard shortcuts"
      description="They work wherever you are not typing. Every one has a button that does the same."
      width="lg"
    >
      <DialogBody className="sm:block sm:columns-2 sm:gap-8">
        {sections.map((group) => (
          <section key={group.section} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-xs font-medium text-muted">{group.section}</h3>
            <dl>
              {group.actions.map((action) => (
                <div key={action.id} className="flex h-8 items-center justify-between gap-4">
                  <dt className="truncate text-ui">{action.label}</dt>
                  <dd className="flex">
                    <Kbd keys={action.keys ?? ""} className="coarse:inline-flex" />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </DialogBody>
    </Dialog>
  );
}
