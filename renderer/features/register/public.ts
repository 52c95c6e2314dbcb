/** What the app's list of pages and other features may use of the register's screens. */
export { useListNeighbours } from './list-order.ts'
export { askForRegister } from './register-rows.ts'
export { bannerOf } from './person-words.ts'
export { DetailsTab } from './details-tab.tsx'
