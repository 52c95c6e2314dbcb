import type { Template } from '../template.ts'

export const developmentPlan: Template = {
  code: 'development-plan',
  title: 'Personal development plan',
  topic: 'grow',
  audience: 'self',
  purpose:
    'What you want to be able to do as a lead this year, how you will learn it, and how you will know. Private to you.',
  usedBy: 'The lead, with a peer or appraiser if wished',
  minutes: 40,
  sources: [
    'Promoting integrated cancer care, professional press article on the first lead clinicians, about 2003',
    'General Medical Council, Guidance on supporting information for appraisal and revalidation, 2020 and later updates',
    'Nursing and Midwifery Council, Revalidation requirements, 2016 and later updates',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `> Seen by you only. Write as you would talk to a friend. No patients in it.

{{author.name}}, {{author.role}}. Plan for {{ask.year|Year of this plan}}. Written on {{today}}.

## Why I do this

{{ask.why|Why you took the role, in two sentences}}

## Where I am now

> 0 is "would not know where to begin", 10 is "could teach it". Mark the three lowest that matter this year, not the three lowest.

| What the role needs | 0–10 | Matters this year |
| --- | --- | --- |
| **Objective 1.** Making a plan and carrying others with me | | |
| Running a meeting that ends in actions | | |
| **Objective 2.** Speaking for practices in the network | | |
| Writing a report that is read | | |
| **Objective 3.** Knowing how services are planned and paid for | | |
| Making a business case | | |
| **Objective 4.** Referral guidance, tests and safety netting | | |
| Effects of treatment, early and late | | |
| Advanced disease, symptoms, hard conversations | | |
| Reading figures: ranges, run charts, small numbers | | |
| Audit and improvement cycles | | |
| **Objective 5.** Working with people affected as partners | | |
| Reaching those who come least | | |
| **Myself.** Time, saying no, looking after myself | | |
| Data protection and confidentiality | | |

## What I will learn

| I want to be able to | How I will learn it | With whom | Hours | By | I shall know when |
| --- | --- | --- | --- | --- | --- |
| | | | | | |
| | | | | | |
| | | | | | |

Hours I can give: {{ask.hours|Learning hours this year}}. Cost and who pays: {{ask.cost|Cost and who pays}}.

## People who help

- A peer lead I can ring: {{ask.peer|Name of a peer}}
- Somebody who tells me the truth: {{ask.critic|Name}}
- A service I will sit in for a day: {{ask.sit-in|Which clinic, MDT or service}}
- Somebody affected by cancer who will tell me how it is: by invitation, and thanked

## Evidence log

| Date | What I did | Hours | What I learnt | What I changed | Kept where |
| --- | --- | --- | --- | --- | --- |
| | | | | | |
| | | | | | |
| | | | | | |

Learning events talked through here in 12 months: {{learning.discussed-12-months}}. Each one that I led belongs in the log.

## Half-way look, {{ask.half-way|Date half-way}}

- What has been easier than I thought?
- What keeps slipping, and is it really mine?
- What shall I drop?

## End of the year

- What can I do now that I could not?
- What difference did it make to anybody with cancer?
- What goes into next year's plan, and into the handover?

> Doctors, nurses and pharmacists have their own rules for revalidation. Check what yours asks for, and copy from here.
`,
}
