/** A plugin of markdown-it: indented code is a block of code like any other, and `{{…}}` is text and no Vue. */
export function asForgesShowIt(/** @type {any} */ md) {
  md.core.ruler.push("as_forges_show_it", (/** @type {any} */ { tokens }) => {
    for (const token of tokens) {
      if (token.type === "code_block") Object.assign(token, { type: "fence", info: "", markup: "```" });
      for (const child of token.children ?? []) if (child.type === "code_inline") child.attrSet("v-pre", "");
    }
  });
  md.renderer.rules.text = (/** @type {any} */ tokens, /** @type {number} */ index) =>
    md.utils.escapeHtml(tokens[index].content).replaceAll("{{", "&#123;&#123;");
}
