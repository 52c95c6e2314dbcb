/** What the person's page may use of the papers to hand over. */
export { HandoverPanel } from './handover-panel.tsx'
