import { useState } from "react";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { useMay } from "../../lib/use-may.ts";
import { SettingsPage } from "../settings/settings-page.tsx";
import type { DataSearch } from "./data-search.ts";
import { ExportSection } from "./export-section.tsx";
import { ImportSection } from "./import-section.tsx";
import type { ImportOnRecord } from "./import-words.ts";
import { PastImports } from "./past-imports.tsx";
import { UndoImportDialog } from "./undo-import-dialog.tsx";

interface DataScreenProps {
  search: DataSearch;
  onSearchChange: (search: DataSearch) => void;
}

/** What goes out as a file and comes in as one. */
export function DataScreen({ search, onSearchChange }: DataScreenProps) {
  const [asked, setAsked] = useState<ImportOnRecord | null>(null);
  const mayImport = useMay("items:write");
  return (
    <SettingsPage
      title="Data"
      purpose="What you keep here is yours: take it out as a file, and bring files in."
      isWide
      action={mayImport ? null : <ViewOnlyBadge />}
    >
      <ExportSection />
      {mayImport || search.import !== undefined ? (
        <ImportSection
          importId={search.import}
          onImportChange={(id) => onSearchChange({ import: id })}
          onUndo={mayImport ? setAsked : undefined}
        />
      ) : null}
      <PastImports
        onOpen={(id) => onSearchChange({ import: id })}
        onUndo={mayImport ? setAsked : undefined}
      />
      <UndoImportDialog asked={asked} onClose={() => setAsked(null)} />
    </SettingsPage>
  );
}
