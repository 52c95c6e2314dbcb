import { ofDocuments } from './contract-of-documents.ts'

export const toolkit = { ...ofDocuments }
