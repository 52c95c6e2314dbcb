/**
 * The clocks of each referral that stopped, kept beside where it stands: measures ask about those of a whole register,
 * and working them out from the events takes as long for each as reading it. Written by `projections/kept-clocks.ts`.
 */
export const clocksAtAGlance = {
  version: 140,
  name: 'clocks at a glance',
  sql: `
ALTER TABLE pathway_summary ADD COLUMN clocks TEXT NOT NULL DEFAULT '';
`,
}
