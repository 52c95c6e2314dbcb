/** What was written of the people that a lead works with is part of the history of the plan. */
export const changesOfContacts = {
  version: 270,
  name: 'changes of contacts',
  sql: `
-- Looked up among all changes of the register, as those of plans are.
CREATE INDEX change_of_contacts ON change (audit_seq) WHERE table_name = 'contact';
`,
}
