import type { Template } from '../template.ts'

export const treatmentSummaryRequest: Template = {
  code: 'treatment-summary-request',
  title: 'Treatment summary request',
  topic: 'letters',
  audience: 'person',
  purpose:
    "Asks the hospital for one person's treatment summary, and says exactly what the practice needs to know to look after them.",
  usedBy: 'Care coordinator or practice nurse, signed by the lead or usual GP',
  minutes: 5,
  sources: [
    'National Cancer Plan for England, 4 February 2026 (end-of-treatment summary for all)',
    'National Disease Registration Service, Cancer Outcomes and Services Dataset, end of treatment summary date (check the current version)',
  ],
  reviewMonths: null,
  aboutPerson: true,
  markdown: `> For one person's own care. Send it by the secure route only. Ask once in writing, then ring after ten working days.

{{today}}

To {{ask.addressee|Secretary or nurse specialist}}, {{person.hospital}}

For {{person.consultant}}; copy to {{person.nurse}}

**{{person.name}}, born {{person.birth-date}}, NHS number {{person.nhs-number}}**\\
**{{person.address}}**

**Diagnosis: {{person.diagnosis}}, {{person.diagnosis-date}}**

Dear colleague,

We look after {{person.name}} and have no treatment summary for {{ask.treatment|Which treatment, ended when}}. Without it we cannot tell them what to look out for, or do our share.

**Letters we are waiting for:** {{person.missing-letters}}

## What we need

Please send the summary. If there is none, a few words under each heading would do:

1. Diagnosis and date, stage, and whether it had spread
2. What was done, with first and last dates
3. What the treatment was meant to do: cure, hold back, ease
4. Effects that may last or come later
5. Symptoms for which we should ring you the same day
6. What **we** should do: tests, medicines, how often, until when
7. Who follows up, how, and how the person comes back to you sooner
8. What the person and family have been told, and in what words
9. Other referrals made, and forms about money or benefits that were signed
10. Name and number of the nurse specialist

## Where to send it

By {{ask.reply-route|Secure mailbox or portal}}, by {{ask.reply-by|Date you need it by}} please. We would like to have it in hand when we see them for their care review.

If another team has it, please tell us who: {{ask.practice-contact|Name and number at the practice}}.

Thank you for your help.

Yours sincerely,

{{author.name}}, {{author.role}}, for {{person.gp}}\\
{{practice.name}}
`,
}
