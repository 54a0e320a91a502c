/** Words of a page's buttons and counters, each alone on its line. None of them is a sentence of anybody's copy. */
const words = [
  'share', 'share (?:this|the)(?: (?:article|story|page))?', 'share (?:on|via|with) [\\w .]{1,20}', 'tweet', 'e-?mail', 'facebook', 'twitter', 'x', 'whatsapp', 'linkedin', 'telegram', 'reddit', 'pinterest',
  'copy (?:link|url)', 'link copied!?', 'copied!?', 'print(?: (?:this|article))?', 'save(?: (?:article|story|for later))?', 'read later', 'remove', 'see all', 'view all', 'bookmark', 'gift(?: this)? article',
  'follow(?: us)?(?: on [\\w .]{1,30})?', 'add (?:us )?as a preferred source(?: on google)?', 'comments?(?: ?\\(?\\d+\\)?)?', '\\d+ (?:comments?|shares?|views?)', 'view comments', 'post a comment', 'leave a comment',
  'listen(?: to (?:this |the )?(?:article|story))?', '(?:reading time:? ?)?\\d+[ -]?min(?:ute)?s? read(?:ing)?', '\\d+ min', 'reading time:? \\d+ min(?:ute)?s?', 'text size', 'a[+-]', 'aa',
  'subscribe(?: now)?', 'sign in', 'log ?in', 'sign up', 'register', 'menu', 'search', 'home', 'skip to (?:main )?content', 'back to top', 'load more', 'show more', 'read more', 'next (?:article|story)', 'previous (?:article|story)',
  'close', 'accept(?: all)?(?: cookies)?', 'get app', 'open in app', 'install app', 'download (?:the |our )?app', '\\d+ / \\d+',
];
const line = new RegExp(`^(?:${words.join('|')})[.:!\\u203a>]?$`, 'iu');

/** True for a line that is a page's button or counter and nothing else. */
export const isInterfaceLine = (text: string): boolean => text.length <= 60 && line.test(text);
