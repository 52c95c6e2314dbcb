/**
 * Sites as people in general practice and on hospital lists say them, each with its tumour group and, where the
 * words leave no doubt, the ICD-10 category of a primary cancer there. Words are ours.
 */

import type { TumourGroup } from './tumour-group-list.ts'

export interface TumourSite {
  /** As the app shows it. */
  site: string
  group: TumourGroup
  /** Three-character category of a primary cancer here, or `null` when the words cover several. */
  icd10: string | null
  /** Other words for it, lower case without punctuation. The label itself need not be repeated. */
  words: readonly string[]
  /**
   * `often`: a usual place for cancer to spread to, so "metastatic cancer of" it can be read two ways.
   * `only`: never read as a primary, because spread there is far commoner.
   */
  spread?: 'often' | 'only'
}

type SpreadMark = NonNullable<TumourSite['spread']>

function site(label: string, group: TumourGroup, icd10: string | null, words = '', spread?: SpreadMark): TumourSite {
  const list = words === '' ? [] : words.split('|')
  return { site: label, group, icd10, words: list, ...(spread === undefined ? {} : { spread }) }
}

export const SITE_LABELS: readonly TumourSite[] = [
  site('Breast', 'breast', 'C50', 'female breast|male breast|nipple|upper outer quadrant of breast|mammary'),
  site('Caecum', 'lower_gi', 'C18', 'cecum|caecal'),
  site('Appendix', 'lower_gi', 'C18', 'appendiceal'),
  site('Ascending colon', 'lower_gi', 'C18'),
  site('Hepatic flexure', 'lower_gi', 'C18', 'hepatic flexure of colon'),
  site('Transverse colon', 'lower_gi', 'C18'),
  site('Splenic flexure', 'lower_gi', 'C18', 'splenic flexure of colon'),
  site('Descending colon', 'lower_gi', 'C18'),
  site('Sigmoid colon', 'lower_gi', 'C18', 'sigmoid|colon sigmoid|colon of sigmoid'),
  site('Colon', 'lower_gi', 'C18', 'colonic|right colon|left colon|large intestine|large bowel'),
  site('Rectosigmoid junction', 'lower_gi', 'C19', 'rectosigmoid'),
  site('Rectum', 'lower_gi', 'C20', 'rectal'),
  site('Anus', 'lower_gi', 'C21', 'anal|anal canal|anus or anal canal'),
  site('Bowel', 'lower_gi', null, 'colorectal|colorectum|colon and rectum|colon or rectum'),
  site('Oesophagus', 'upper_gi', 'C15', 'esophagus|oesophageal|esophageal|gullet'),
  site('Gastro-oesophageal junction', 'upper_gi', 'C16', 'gastro esophageal junction|goj|gastroesophageal junction'),
  site('Stomach', 'upper_gi', 'C16', 'gastric|pylorus|cardia|cardia of stomach|body of stomach'),
  site('Small intestine', 'upper_gi', 'C17', 'small bowel|duodenum|duodenal|jejunum|jejunal|ileum|ileal'),
  site('Liver', 'hepatobiliary', 'C22', 'hepatic|liver and intrahepatic bile ducts', 'often'),
  site('Gallbladder', 'hepatobiliary', 'C23', 'gall bladder'),
  site('Bile duct', 'hepatobiliary', null, 'biliary|biliary tract|bile ducts|common bile duct'),
  site('Ampulla of Vater', 'hepatobiliary', 'C24', 'ampulla|ampullary'),
  site('Pancreas', 'hepatobiliary', 'C25', 'pancreatic|head of pancreas|body of pancreas|tail of pancreas'),
  site('Trachea', 'lung', 'C33', 'tracheal', 'often'),
  site('Lung', 'lung', 'C34', 'pulmonary|bronchus|bronchial|bronchus or lung|bronchus and lung|bronchogenic', 'often'),
  site('Pleura', 'lung', null, 'pleural', 'only'),
  site('Prostate', 'prostate', 'C61', 'prostatic|prostate gland'),
  site('Kidney', 'urological', 'C64', 'renal'),
  site('Renal pelvis', 'urological', 'C65', 'kidney pelvis'),
  site('Ureter', 'urological', 'C66', 'ureteric'),
  site('Bladder', 'urological', 'C67', 'urinary bladder|bladder wall|trigone of bladder'),
  site('Urethra', 'urological', 'C68', 'urethral'),
  site('Testis', 'testis_penis', 'C62', 'testicle|testicular|testes|undescended testis'),
  site('Penis', 'testis_penis', 'C60', 'penile|glans penis'),
  site('Cervix', 'gynaecological', 'C53', 'cervix uteri|uterine cervix|cervical|endocervix|neck of womb'),
  site('Womb', 'gynaecological', null, 'uterus|uterine|endometrium|endometrial|corpus uteri|body of uterus'),
  site('Ovary', 'gynaecological', 'C56', 'ovarian', 'often'),
  site('Fallopian tube', 'gynaecological', 'C57', 'fallopian tubes'),
  site('Vagina', 'gynaecological', 'C52', 'vaginal'),
  site('Vulva', 'gynaecological', 'C51', 'vulval|vulvar|labium majus|labia'),
  site('Lip', 'head_neck', 'C00', 'lower lip|upper lip'),
  site('Tongue', 'head_neck', null, 'base of tongue'),
  site('Mouth', 'head_neck', null, 'oral cavity|oral|floor of mouth|gum|palate|soft palate|hard palate|buccal'),
  site('Salivary gland', 'head_neck', null, 'parotid|parotid gland|submandibular gland'),
  site('Tonsil', 'head_neck', 'C09', 'tonsillar'),
  site('Oropharynx', 'head_neck', 'C10', 'oropharyngeal'),
  site('Nasopharynx', 'head_neck', 'C11', 'nasopharyngeal|postnasal space'),
  site('Hypopharynx', 'head_neck', null, 'hypopharyngeal|pyriform sinus|piriform sinus|pyriform fossa'),
  site('Throat', 'head_neck', null, 'pharynx|pharyngeal'),
  site('Nasal cavity or sinus', 'head_neck', null, 'nasal cavity|maxillary sinus|ethmoid sinus|paranasal sinus'),
  site('Larynx', 'head_neck', 'C32', 'laryngeal|glottis|supraglottis|vocal cord|vocal cords'),
  site('Head and neck', 'head_neck', null),
  site('Thyroid', 'thyroid_endocrine', 'C73', 'thyroid gland'),
  site('Adrenal gland', 'thyroid_endocrine', 'C74', 'adrenal|adrenals|adrenal cortex', 'often'),
  site('Skin', 'skin_other', 'C44', 'cutaneous', 'often'),
  site('Eye', 'brain_nervous', 'C69', 'ocular|choroid|choroidal|uveal|uvea|retina|conjunctiva'),
  site('Meninges', 'brain_nervous', 'C70', 'meningeal|cerebral meninges', 'often'),
  site('Brain', 'brain_nervous', 'C71', 'cerebral|cerebrum|cerebellum|frontal lobe|temporal lobe|brain stem', 'often'),
  site('Spinal cord', 'brain_nervous', 'C72', '', 'often'),
  site('Thymus', 'other', 'C37', 'thymic'),
  site('Soft tissue', 'sarcoma', null, 'soft tissues|connective tissue'),
  site('Bone', 'sarcoma', null, 'bones|bony|vertebra|vertebrae|vertebral|spine|spinal|skeletal|femur|rib|ribs', 'only'),
  site('Bone marrow', 'other_blood', null, 'marrow', 'only'),
  site(
    'Lymph nodes',
    'not_known',
    null,
    'lymph node|nodes|nodal|axillary lymph node|axillary lymph nodes|cervical lymph node|cervical lymph nodes|' +
      'inguinal lymph node|inguinal lymph nodes|mediastinal lymph node|mediastinal lymph nodes',
    'only',
  ),
  site('Peritoneum', 'other', null, 'peritoneal|omentum|omental|retroperitoneum and peritoneum', 'only'),
  site('Several sites', 'not_known', null, 'multiple sites|widespread|disseminated', 'only'),
]
