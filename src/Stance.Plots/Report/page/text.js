// Words of the page in its two languages; text of articles and users comes from the data and is only ever set as text.
const TEXT = {
  overview: ['Overview', 'نظرة عامة'], matrix: ['Matrix', 'المصفوفة'], timeline: ['Timeline', 'عبر الزمن'], network: ['Network', 'الشبكة'], evidence: ['Evidence', 'الدليل'],
  skip: ['Skip to the matrix', 'إلى المصفوفة'], other: ['العربية', 'English'], print: ['Print', 'طباعة'], save: ['Save as CSV', 'حفظ CSV'], close: ['Close', 'إغلاق'], reset: ['Clear filters', 'مسح المرشحات'],
  states: ['States', 'الدول'], issues: ['Issues', 'القضايا'], from: ['From', 'من'], to: ['To', 'إلى'], probability: ['Probability at least', 'الاحتمال لا يقل عن'], search: ['Search', 'بحث'], none: ['None', 'لا شيء'],
  filters: ['Filters', 'المرشحات'], all: ['all', 'الكل'], chosen: ['chosen', 'مختارة'], shown: ['stances shown', 'موقفا معروضا'], of: ['of', 'من'],
  articles: ['articles', 'مقالات'], with: ['articles with a stance', 'مقالات فيها موقف'], article: ['article', 'مقال واحد'], stances: ['stances', 'مواقف'], stated: ['states and blocs', 'دول وتكتلات'], issuesCount: ['issues', 'قضايا'], copies: ['copies left out', 'نسخ مكررة أُسقطت'],
  favor: ['favor', 'مؤيد'], against: ['against', 'معارض'], neutral: ['neutral', 'محايد'], noEvidence: ['no evidence', 'لا دليل'], open: ['sign open', 'إشارة غير محسومة'],
  score: ['score', 'الدرجة'], interval: ['95 % interval', 'مجال 95٪'], speaker: ['speaker', 'المتحدث'], undated: ['undated', 'بلا تاريخ'], noText: ['Sentence left out to keep the file small.', 'حُذفت الجملة لإبقاء الملف صغيرا.'],
  pick: ['Choose a cell, a point or a state to see the sentences behind it. Arrow keys move through the matrix, Enter opens a cell, Escape closes.', 'اختر خانة أو نقطة أو دولة لترى الجمل التي وراءها. مفاتيح الأسهم تتنقل في المصفوفة، وEnter يفتح الخانة، وEscape يغلق.'],
  more: ['Show more', 'عرض المزيد'], nothing: ['Nothing is left of the filters. Clear one of them.', 'لم يبق شيء بعد التصفية. امسح أحد المرشحات.'],
  matrixNote: ['Issues down, states across: mean stance from −1 (against) to +1 (favor) of the proposition. “?”: the 95 % interval leaves the sign open.', 'القضايا في الصفوف والدول في الأعمدة: متوسط الموقف من −1 (معارض) إلى +1 (مؤيد). «؟»: مجال 95٪ لا يحسم الإشارة.'],
  size: ['Rows and columns', 'الصفوف والأعمدة'], top: ['top', 'أعلى'],
  timelineNote: ['Mean stance by window with its 95 % band; hollow marks are single articles; dashed lines are changes that chance hardly makes (permutation test on all articles).', 'متوسط الموقف في كل نافذة مع مجال 95٪؛ العلامات المفرغة مقال واحد؛ الخطوط المتقطعة تحولات يندر أن تأتي بالصدفة (اختبار تبديل على كل المقالات).'],
  state: ['State', 'الدولة'], compare: ['Compare with', 'قارن مع'], issue: ['Issue', 'القضية'], window: ['Window', 'النافذة'], auto: ['automatic', 'تلقائي'], month: ['month', 'شهر'], quarter: ['quarter', 'ربع سنة'], year: ['year', 'سنة'],
  nobody: ['nobody', 'لا أحد'], noPoints: ['No dated evidence here.', 'لا دليل مؤرخا هنا.'], turns: ['turned', 'تحوّل'], before: ['before', 'قبل'], after: ['after', 'بعد'], toTimeline: ['Over time', 'عبر الزمن'],
  networkNote: ['A line joins each state to those it agrees with most, if on more than half over at least three shared issues; the thicker, the more. Dotted: fewer than six shared issues. Colour and shape: communities in the whole corpus.', 'يصل الخط كل دولة بمن تتفق معهم أكثر، إن زاد الاتفاق على النصف في ثلاث قضايا مشتركة على الأقل، والأسمك أكثر. منقط: أقل من ست قضايا مشتركة. اللون والشكل: التكتلات في المدونة كلها.'],
  agrees: ['agrees most with', 'أقرب إليه'], disagrees: ['least with', 'أبعد عنه'], agreement: ['agreement', 'الاتفاق'], shared: ['shared issues', 'قضايا مشتركة'], noNetwork: ['No two states share three issues here.', 'لا دولتين تشتركان في ثلاث قضايا هنا.'], sideBySide: ['side by side', 'جنبا إلى جنب'],
  divided: ['What divides most', 'أشد ما يفرق'], changed: ['Who turned', 'من تحوّل'], together: ['Who stands together', 'من يقف معا'], most: ['Most evidence', 'الأكثر دليلا'], perYear: ['Articles by year', 'المقالات بحسب السنة'], noChange: ['No change that chance would hardly make.', 'لا تحول يندر أن يأتي بالصدفة.'],
  about: ['Every figure is the mean over articles of (favor − against) / (favor + against + neutral), weighted by the probability that there is a stance. Labels are a model’s reading of what articles report, with calibrated probabilities; they say nothing about what is true. Read the sentences.', 'كل رقم متوسط على المقالات لـ(مؤيد − معارض) / (مؤيد + معارض + محايد) موزونا باحتمال وجود موقف. التصنيفات قراءة نموذج لما تنقله المقالات باحتمالات معايرة، ولا تقول شيئا عما هو صحيح. اقرأ الجمل.'],
};

let arabic = false;

/** A word of the page in the language chosen. */
const t = key => TEXT[key][arabic ? 1 : 0];

const stanceWord = stance => t(['favor', 'against', 'neutral'][stance]);

const SIGNS = ['+', '\u2212', '0'];

/** A score with its sign; left to right wherever it stands. */
function signed(value, digits = 1) {
  const rounded = Math.round(value * 10 ** digits) / 10 ** digits;
  return (rounded > 0 ? '+' : rounded < 0 ? '\u2212' : '') + Math.abs(rounded).toFixed(digits);
}

const percent = value => `${Math.round(100 * value)}%`;

/** An element with attributes, listeners (on…) and children; strings become text, never mark-up. */
function el(name, attributes, ...children) {
  const svg = ['svg', 'g', 'line', 'path', 'rect', 'text'].includes(name) || attributes?.svg;
  const node = svg ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false || key === 'svg') continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat(Infinity).filter(c => c !== null && c !== undefined));
  return node;
}

/** A number or a name that keeps its own direction. */
const apart = (text, attributes) => el('bdi', attributes, text);
const number = text => el('bdi', { dir: 'ltr', class: 'number' }, text);

const rightToLeft = text => /^[^A-Za-z\u0590-\u08FF]*[\u0590-\u08FF]/.test(text);
