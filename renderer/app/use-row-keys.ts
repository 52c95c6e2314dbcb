import { useCommands } from './commands.tsx'

/** The row that Tab would come to: the one that was last looked at. */
const comeToRow = (): boolean => {
  const row = document.querySelector<HTMLElement>('[data-row][tabindex="0"]')
  row?.focus()
  return row !== null
}

/** J and K come to the page's table from wherever focus is; in the table they move from row to row by themselves. */
export const useRowKeys = (): void =>
  useCommands([
    {
      id: 'rows.come',
      title: 'Go to the rows',
      group: 'On this page',
      keys: ['J', 'K'],
      keysOnly: true,
      run: comeToRow,
    },
  ])
