import type { Template } from '../template.ts'

export const fiveObjectives: Template = {
  code: 'five-objectives',
  title: 'The five objectives explained',
  topic: 'role',
  audience: 'inside',
  purpose:
    'Says in plain words what a cancer lead is for, so that partners, managers and the lead expect the same things.',
  usedBy: 'A new lead in the first week; the partner or manager who funds the sessions',
  minutes: 20,
  sources: [
    'Hansard, Commons written answers on primary care cancer leads, 2 September 2003',
    'Department of Health, The NHS Cancer Plan, September 2000',
    'National Cancer Plan for England, 4 February 2026',
    'Promoting integrated cancer care, professional press article on the first lead clinicians, about 2003',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `> Fill in the blanks, strike out what does not fit here, and agree it with whoever funds the time. One hour spent on this saves a year of "I thought you were doing that".

The cancer lead for {{practice.name}} is **{{author.name}}**, {{author.role}}. The role has **{{ask.hours|Funded hours each week}}** a week, paid for by {{ask.funder|Who pays for the time}}, until {{ask.funded-until|Date the funding ends}}. The lead answers to {{ask.answers-to|Name of the partner, director or board}}.

A lead can be a GP, a nurse, a pharmacist or another member of the team. The role is to make care better for everyone with cancer on the list. It is not to take over the care of each of them.

## What each objective means here

| Objective | In plain words | What you would see if it were met |
| --- | --- | --- |
| **1. Lead** | Set a direction for cancer in the organisation, and keep it on the agenda | A signed three-year plan, and cancer on the board paper every quarter |
| **2. Take part in the network** | Speak for practices in the cancer network, and bring back what was agreed | A report each quarter; a note to practices after each meeting |
| **3. Shape service plans** | Put what practices know into the plans of hospital and community services | Our evidence quoted in a plan; a pathway changed |
| **4. Raise standards** | Find where care varies without reason, and help to change it | A measure that has moved and stayed there |
| **5. Answer to people affected** | Ask people with cancer and their carers, and act on what they say | A change made because somebody said so, and the person told |

## What that means in a week

> Be honest about hours. Pick at most one thing for each row, and fill in the last column too.

| Objective | This year I will | I will not |
| --- | --- | --- |
| 1. Lead | | |
| 2. Network | | |
| 3. Service plans | | |
| 4. Standards | | |
| 5. People affected | | |

## What the plan says today

{{table.plan-objectives}}

Actions open: {{plan.actions-open}}. Late: {{plan.actions-late}}. Next milestone: {{plan.next-milestone}}.

## What the lead is not

- **Not on call for cancer.** A clinical question about one person goes to the usual clinician or the nurse specialist.
- **Not the owner of other practices' records.** In a wider organisation the lead works with counts. Names stay in the practice that cares for the person.
- **Not the judge of the hospital.** The trust owns the official waiting-time clocks. What we see is what the practice saw.
- **Not for ever.** From the first month there is a note of what the next lead would need.

## Where the role comes from

Leads were first funded across England after the cancer plan of 2000, one for each primary care organisation, open to all professions. The organisations have changed names since. The five objectives still describe the work.

> Scotland, Wales and Northern Ireland have their own cancer strategies and networks. The objectives fit all four nations; the names of boards and funders do not. Check locally what your own plan asks for.

## Agreed

- **Lead:** {{author.name}}
- **For the organisation:** {{ask.answers-to|Name of the partner, director or board}}
- **Date:** {{ask.agreed-on|Date agreed}}
- **We look at this again on:** {{document.review-due}}
`,
}
