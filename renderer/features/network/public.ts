/** What other features may show of the network: sending the counts of a report to its lead. */
export { SendToLead } from './send-to-lead.tsx'
