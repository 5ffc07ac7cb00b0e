import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { SearchInput } from "../../components/ui/search-input.tsx";

/** The big box: whatever it holds is looked for among the items. */
export function HomeSearch() {
  const [query, setQuery] = useState("");
  const navigate = useNavigate();
  return (
    <search>
      <form
        className="mb-6"
        onSubmit={(event) => {
          event.preventDefault();
          const q = query.trim();
          if (q !== "") void navigate({ to: "/items", search: { q } });
        }}
      >
        <SearchInput
          size="lg"
          label="Search items"
          placeholder="Find an item by name, note, tag, SKU or barcode"
          value={query}
          onValueChange={setQuery}
        />
      </form>
    </search>
  );
}
