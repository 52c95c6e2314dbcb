/**
 * What every column of the register holds. Exports, logs and de-identification go by this one map.
 * identifiable: points to a person by itself or with little else. clinical: about their health, not who they are.
 * operational: about the work and the people who do it.
 */
export type ColumnClass = 'identifiable' | 'clinical' | 'operational'

export type TableClasses = Readonly<Record<string, ColumnClass>>

/** The columns of one table by class, each list a row of names. */
export const table = (columns: Partial<Record<ColumnClass, string>>): TableClasses =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([columnClass, names]) =>
      names.split(' ').map((name) => [name, columnClass as ColumnClass]),
    ),
  )
