import { ofDocuments } from './contract-of-documents.ts'
import { ofFiles } from './contract-of-files.ts'

export const toolkit = { ...ofDocuments, ...ofFiles }
