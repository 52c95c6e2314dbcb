import { adding, day } from './columns.ts'

/**
 * Days taken off a clock belong to the round of the referral in which they fell. Of those made before there was a day
 * to enter, the day on which they were made is in the audit trail.
 */
export const adjustmentsByDay = {
  version: 80,
  name: 'adjustments by day',
  sql: `
${adding('clock_adjustment', [day('falls_on')])}
UPDATE clock_adjustment SET falls_on = (
  SELECT substr(entry.at, 1, 10)
  FROM change JOIN audit_entry AS entry ON entry.seq = change.audit_seq
  WHERE change.table_name = 'clock_adjustment' AND change.row_id = clock_adjustment.id AND change.kind = 'insert'
  ORDER BY change.seq LIMIT 1
);
`,
}
