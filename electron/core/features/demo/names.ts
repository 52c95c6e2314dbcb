import type { SexCode } from '#shared/domain/people.ts'
import type { Chance, Weighted } from './chance.ts'

/** Names common in one of the communities a practice serves. Lists are our own and name nobody. */
interface NameStock {
  surnames: readonly string[]
  women: readonly string[]
  men: readonly string[]
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const BRITISH_SURNAMES = words(`
  Abbott Aldridge Ashdown Atherton Bagnall Bainbridge Barrowclough Beaumont Bickerstaff Blackwood Bracegirdle Bramley
  Brockway Burgess Calloway Carmichael Catterall Chadwick Clegg Colclough Coverdale Cowgill Crabtree Cranfield Dalby
  Darnley Davenport Denholm Dewhurst Dobson Dunstable Eastwood Eccleston Elphick Entwistle Fairclough Farnworth Fielding
  Fothergill Garside Gilroy Goodall Greenhalgh Grimshaw Haddon Halliwell Hardcastle Hathersage Hawksworth Heywood
  Holroyd Hopwood Illingworth Inskip Jardine Kettlewell Kirkbride Langton Lathbury Ledbetter Lockwood Longbottom
  Lumley Maddox Mallinson Marlowe Mayhew Midgley Nettleton Norwood Oldroyd Openshaw Pargeter Pemberton Penhale
  Pickersgill Postlethwaite Prendergast Quarmby Radcliffe Ramsbottom Redfern Rigby Rowbottom Sagar Satterthwaite Seddon
  Shawcross Sidebotham Skelton Stanway Sugden Tattersall Thackray Threlfall Tordoff Trelawney Tunnicliffe Uttley
  Varley Wadsworth Walmsley Warburton Whitworth Widdowson Winterbottom Woolstencroft Wragg Yardley`)

const BRITISH: Record<'elder' | 'middle' | 'younger', NameStock> = {
  elder: {
    surnames: BRITISH_SURNAMES,
    women: words(
      'Beryl Doreen Dorothy Edith Eileen Elsie Ethel Freda Gladys Hilda Irene Ivy Joan Joyce Marjorie Mavis Muriel Nora Olive Phyllis Rita Sheila Vera Winifred',
    ),
    men: words(
      'Albert Alfred Arthur Bernard Cyril Denis Derek Donald Douglas Ernest Frank Frederick Geoffrey Harold Herbert Kenneth Leonard Norman Raymond Reginald Ronald Sidney Stanley Wilfred',
    ),
  },
  middle: {
    surnames: BRITISH_SURNAMES,
    women: words(
      'Angela Ann Barbara Brenda Carol Christine Denise Diane Elaine Gillian Hazel Heather Jacqueline Janet Jean Judith Kathleen Linda Lynne Margaret Maureen Pamela Patricia Pauline Sandra Susan Valerie Yvonne',
    ),
    men: words(
      'Alan Andrew Barry Brian Christopher Clive Colin David Gary Gordon Graham Ian Jeffrey John Keith Kevin Malcolm Martin Michael Nigel Peter Philip Robert Roger Roy Stephen Stuart Terence Trevor William',
    ),
  },
  younger: {
    surnames: BRITISH_SURNAMES,
    women: words(
      'Abigail Alice Beth Charlotte Chloe Claire Emma Gemma Hannah Jessica Joanna Katie Kelly Laura Lisa Lucy Megan Nicola Rachel Rebecca Samantha Sarah Sophie Tracey Victoria Zoe',
    ),
    men: words(
      'Adam Benjamin Callum Craig Daniel Darren Edward Gareth George Jack James Jason Joshua Lee Lewis Luke Mark Matthew Nathan Oliver Paul Richard Ryan Samuel Scott Simon Thomas Wayne',
    ),
  },
}

const IRISH: NameStock = {
  surnames: words(
    'Brannigan Cassidy Concannon Considine Cullinane Devane Donoghue Fallon Finnerty Geraghty Hanrahan Heffernan Kinsella Mulcahy Mulhearn OBrien Rafferty Scanlon Tierney',
  ).map((name) => name.replace(/^O(?=[A-Z])/, 'O’')),
  women: words(
    'Aoife Bernadette Breda Bridget Deirdre Fionnuala Grainne Maeve Noreen Oonagh Philomena Sinead Siobhan Una',
  ),
  men: words('Brendan Cathal Ciaran Colm Declan Dermot Eamonn Fergus Finbarr Liam Padraig Seamus Sean Turlough'),
}

const POLISH_AND_BALTIC: NameStock = {
  surnames: words(
    'Baranowska-Hill Cieslak Dabrowicz Jankauskas Kaminer Kazlauskas Kowalik Lisowicz Majchrzak Nowicki Ozolins Pawlak Rutkus Sobczak Urbanek Wilczek Zielonka',
  ),
  women: words(
    'Agnieszka Barbara Danuta Elzbieta Halina Irena Jadwiga Katarzyna Krystyna Malgorzata Rasa Teresa Wanda Zofia',
  ),
  men: words(
    'Andrzej Bogdan Czeslaw Henryk Jerzy Kazimierz Leszek Marek Piotr Ryszard Stefan Tomasz Vytautas Zbigniew',
  ),
}

const INDIAN: NameStock = {
  surnames: words(
    'Acharya Bhalla Bhandari Chaudhari Desai Dhillon Ganatra Gohil Iyengar Jadeja Joshi Kalsi Kulkarni Lakhani Mistry Nambiar Padhiar Pancholi Raghavan Sandhu Sekhon Solanki Thakrar Venkatesan',
  ),
  women: words(
    'Anjana Bhavna Champa Deepika Gurpreet Harjit Hansa Indira Jaswinder Kamala Kiran Lakshmi Manjula Nirmala Pushpa Rekha Savita Sunita Usha Vasanti',
  ),
  men: words(
    'Amrit Ashok Baldev Bharat Dinesh Gurdev Harish Jagdish Kishore Mahesh Mohan Narendra Pravin Rajesh Ramesh Satish Sukhdev Suresh Vijay Vinod',
  ),
}

const PAKISTANI_AND_BANGLADESHI: NameStock = {
  surnames: words(
    'Akhtar Bhatti Chowdhury Faruque Hafeez Hussaini Iqbal Javed Kazmi Khalique Mahmood Malik-Shah Miah Mirza Qureshi Rafiq Rehmani Siddiqa Talukdar Yousaf',
  ),
  women: words(
    'Amina Asma Farzana Fatema Ghazala Hasina Jahanara Khadija Nasreen Nazma Parveen Rashida Rukhsana Sabiha Shazia Tahira Yasmin Zubaida',
  ),
  men: words(
    'Abdul Arshad Asif Faisal Ghulam Habib Imran Jamal Khalid Mushtaq Nadeem Rafi Rashid Sajid Shafiq Tariq Yusuf Zahid',
  ),
}

const AFRICAN_AND_CARIBBEAN: NameStock = {
  surnames: words(
    'Abiodun Acheampong Adeyinka Afolabi Agyemang Asante-Mills Balogun Bartley Boateng Cato Chikwanda Danso Ekwueme Francois Gayle Kamara Lashley Mensah Mukasa Nwachukwu Obuasi Olatunji Pascall Sesay Thelwell Wainaina',
  ),
  women: words(
    'Abena Adunni Beverley Blessing Comfort Dorcas Efua Esther Folake Grace Hyacinth Ifeoma Lorna Marcia Mercy Ngozi Patience Sonia Wambui Yaa',
  ),
  men: words(
    'Ade Babatunde Chidi Clifton Courtney Delroy Emeka Errol Femi Glenroy Isaac Kofi Kwame Lloyd Musa Neville Olumide Segun Winston Yaw',
  ),
}

const EAST_ASIAN: NameStock = {
  surnames: words(
    'Au Chau Cheung Ching Fung Hoang Huynh Kwok Lau Leung Mak Ng Pham Santos-Reyes Siu Tsang Villanueva Wong-Hall Yip Yuen',
  ),
  women: words('Carmelita Fong Hoa Kam Lai Ling Mei Ming Rosalinda Siew Suk Thuy Wai Yuk'),
  men: words('Benigno Chi Hung Kai Kin Kwan Long Man Minh Sang Shing Tai Wing Yat'),
}

const TURKISH_AND_ARAB: NameStock = {
  surnames: words(
    'Abbasi Aksoy Barakat Demirci Faraj Haddad Ioannou Kaya Khoury Mansour Osman-Aziz Papadakis Sayegh Shehata Toprak Yildiz',
  ),
  women: words('Androulla Ayse Dalia Eleni Emine Fatma Hala Hatice Layla Maha Nadia Salma Sevgi Zeynep'),
  men: words('Ahmet Bashir Costas Emre Fadi Hakan Hassan Ibrahim Karim Mehmet Nicos Omar Sami Walid'),
}

const COMMUNITIES: Weighted<NameStock | 'british'> = [
  ['british', 74],
  [IRISH, 3],
  [POLISH_AND_BALTIC, 4],
  [INDIAN, 5],
  [PAKISTANI_AND_BANGLADESHI, 4.5],
  [AFRICAN_AND_CARIBBEAN, 5],
  [EAST_ASIAN, 2],
  [TURKISH_AND_ARAB, 2.5],
]

/** The communities that the lists of names stand for. */
export type Community =
  | 'british'
  | 'irish'
  | 'polish_baltic'
  | 'indian'
  | 'pakistani_bangladeshi'
  | 'african_caribbean'
  | 'east_asian'
  | 'turkish_arab'

const SURNAMES_OF: readonly (readonly [Community, readonly string[]])[] = [
  ['irish', IRISH.surnames],
  ['polish_baltic', POLISH_AND_BALTIC.surnames],
  ['indian', INDIAN.surnames],
  ['pakistani_bangladeshi', PAKISTANI_AND_BANGLADESHI.surnames],
  ['african_caribbean', AFRICAN_AND_CARIBBEAN.surnames],
  ['east_asian', EAST_ASIAN.surnames],
  ['turkish_arab', TURKISH_AND_ARAB.surnames],
]

const COMMUNITY_OF_SURNAME: ReadonlyMap<string, Community> = new Map(
  SURNAMES_OF.flatMap(([community, surnames]) => surnames.map((surname) => [surname, community] as const)),
)

/** The community that an invented surname comes from, by its first part: the second is a spouse's. */
export const communityOf = (surname: string): Community =>
  COMMUNITY_OF_SURNAME.get(surname) ?? COMMUNITY_OF_SURNAME.get(surname.split('-')[0] ?? '') ?? 'british'

const WOMENS_TITLES: Weighted<string> = [
  ['Mrs', 66],
  ['Miss', 13],
  ['Ms', 17],
  ['Dr', 3],
  ['Prof', 0.5],
]
const MENS_TITLES: Weighted<string> = [
  ['Mr', 94],
  ['Dr', 4],
  ['Rev', 1],
  ['Prof', 0.5],
]

export interface InventedName {
  title: string
  givenName: string
  surname: string
}

const generationOf = (birthYear: number): keyof typeof BRITISH => {
  if (birthYear < 1944) return 'elder'
  return birthYear < 1968 ? 'middle' : 'younger'
}

/** An invented name that could stand in the list of a practice in the United Kingdom. */
export const inventName = (chance: Chance, sex: SexCode, birthYear: number): InventedName => {
  const community = chance.weighted(COMMUNITIES)
  const stock = community === 'british' ? BRITISH[generationOf(birthYear)] : community
  const married = chance.happens(0.03) ? `-${chance.pick(BRITISH_SURNAMES)}` : ''
  const surname = chance.pick(stock.surnames)
  return {
    title: chance.weighted(sex === '2' ? WOMENS_TITLES : MENS_TITLES),
    givenName: chance.pick(sex === '2' ? stock.women : stock.men),
    surname: surname.includes('-') ? surname : surname + married,
  }
}
