import { z } from 'zod'
import { command, open, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import {
  accessStateSchema,
  newUserSchema,
  passphraseVerdictSchema,
  practiceSchema,
  recoveryDraftSchema,
  userSchema,
} from './schema.ts'

const nothing = z.object({})
const passphrase = z.string().min(1, 'Type your passphrase').max(1024)

export const access = {
  state: open({
    summary: 'Whether a register exists, is locked or is open, and who may open it.',
    input: nothing,
    output: accessStateSchema,
  }),
  checkPassphrase: open({
    summary: 'How strong a passphrase is, with a reason in words.',
    input: z.object({ passphrase: z.string().max(1024), avoid: z.array(z.string()).max(10) }),
    output: passphraseVerdictSchema,
  }),
  suggestPassphrase: open({
    summary: 'Four random everyday words.',
    input: nothing,
    output: z.object({ passphrase: z.string() }),
  }),
  newRecoveryKey: open({
    summary: 'A new recovery key for the sheet; it takes effect only when set-up finishes.',
    input: nothing,
    output: recoveryDraftSchema,
  }),
  setUp: open({
    summary: 'Create an encrypted register for a practice and open it.',
    input: z.object({ practice: practiceSchema, user: newUserSchema, passphrase, recoveryDraftId: z.string() }),
    output: accessStateSchema,
  }),
  openDemo: open({
    summary: 'Make the demo practice if it is not there, and open it.',
    input: nothing,
    output: accessStateSchema,
  }),
  unlock: open({
    summary: 'Open the register with a passphrase.',
    input: z.object({ userId: uuidSchema, passphrase }),
    output: accessStateSchema,
  }),
  unlockWithRecoveryKey: open({
    summary: 'Open the register with the recovery key and set a new passphrase.',
    input: z.object({ userId: uuidSchema, recoveryKey: z.string().min(1, 'Type the six groups').max(80), passphrase }),
    output: accessStateSchema,
  }),
  lock: open({ summary: 'Close the register and forget its key.', input: nothing, output: accessStateSchema }),
  switchRegister: open({
    summary: 'Choose another register on this computer; it stays locked until its passphrase is typed.',
    input: z.object({ registerId: z.string() }),
    output: accessStateSchema,
  }),
  startNewRegister: open({
    summary: 'Leave the current register and go to set-up, as on the first run.',
    input: nothing,
    output: accessStateSchema,
  }),
  practice: query({
    summary: 'The practice this register belongs to.',
    can: 'settings.read',
    input: nothing,
    output: practiceSchema.extend({ demo: z.boolean() }),
  }),
  savePractice: command({
    summary: 'Change the practice details.',
    can: 'settings.write',
    audits: 'settings',
    input: practiceSchema,
    output: nothing,
  }),
  users: query({ summary: 'Who has access.', can: 'settings.read', input: nothing, output: z.array(userSchema) }),
}
