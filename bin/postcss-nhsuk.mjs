/** Mends the two constructs of nhsuk-frontend's sheet that stop Turbopack's CSS parser. */
// biome-ignore lint/style/noDefaultExport: PostCSS finds a plugin by its default export.
export default function nhsukCompatible() {
  return {
    postcssPlugin: 'nhsuk-compatible',
    AtRule: {
      // A hack for Internet Explorer only.
      media: (rule) => {
        if (rule.params.includes('\\0')) rule.remove();
      },
      // A container query needs a condition for the parser; this one always holds.
      container: (rule) => {
        if (/^[\w-]+$/.test(rule.params.trim())) rule.params = `${rule.params} (min-width: 0)`;
      },
    },
  };
}
nhsukCompatible.postcss = true;
