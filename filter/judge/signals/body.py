"""What a message's text and markup are made of: what is hidden, disguised or missing. Nothing about what it asks for."""

from __future__ import annotations

import re2

from filter.judge.inside.attached import BUILT
from filter.judge.rules.fields import RE2_OPTIONS, octets
from filter.judge.scene import Scene, Signal

_HIDDEN_CHARS, _MORE_CHARS = 20, 200
_FEW_WORDS = 6
_OVERRIDES = ("\u202d", "\u202e")
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_SEVERAL = 3  # one may be left over from copying
_LETTER = r"[\p{Latin}\p{Greek}\p{Cyrillic}]"
_SPLIT_WORD = re2.compile(rf"{_LETTER}+(?:[{_ZERO_WIDTH}]+{_LETTER}+)+".encode(), RE2_OPTIONS)
# Letters of Cyrillic and Greek that no eye tells from a Latin one (UTS 39).
_FOREIGN = (
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u051b\u051d\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425"
    "\u0406\u0408\u0405\u03bf\u03c1\u03bd\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
)
_ALIKE = rf"(?-i:[{_FOREIGN}])"
_IMITATION = re2.compile(
    (
        rf"[a-z]+{_ALIKE}(?:[a-z]|{_ALIKE})*[a-z]|(?:^|[^\pL]){_ALIKE}[a-z]{{3,}}|(?:^|[^\pL])[a-z]{{3,}}{_ALIKE}(?:[^\pL]|$)"
        r"|[\x{1d400}-\x{1d7cb}]{4,}"  # mathematical letters, as words
    ).encode(),
    RE2_OPTIONS,
)
_DRAWN = "\u2580\u2584\u2588"
_DRAWN_LEAST = 100


def _shown(text: str) -> str:
    """The beginning of a text on one line, in quotes."""
    return '"' + " ".join(text[:200].split())[:60] + '"'


def _hidden(scene: Scene) -> str:
    hidden = scene.message.hidden
    return f"hidden from the reader: {_shown(hidden)}" if len(hidden) >= _HIDDEN_CHARS else ""


def _more_hidden(scene: Scene) -> str:
    hidden, text = len(scene.message.hidden), len(scene.message.text.strip())
    return f"{hidden} characters hidden, {text} shown" if hidden > max(_MORE_CHARS, text) else ""


def _override(scene: Scene) -> str:
    sender = scene.message.sender
    for place, text in (("subject", scene.message.subject), ("text", scene.message.text), ("sender's name", sender.name if sender else "")):
        for sign in () if text.isascii() else _OVERRIDES:
            if (at := text.find(sign)) >= 0:
                return f"{place} turns its direction (U+{ord(sign):04X}) before {_shown(text[at + 1 : at + 30])}"
    return ""


def _zero_width(scene: Scene) -> str:
    for place, text, least in (("subject", scene.message.subject, 1), ("text", scene.message.text, _SEVERAL)):
        if text.isascii() or not any(sign in text for sign in _ZERO_WIDTH):
            continue
        words = [match.group().decode("utf-8", "replace") for match in _SPLIT_WORD.finditer(octets(text))]
        if len(words) >= least:
            visible = words[0].translate(dict.fromkeys(map(ord, _ZERO_WIDTH)))
            return f"{place} has invisible characters inside {len(words)} words, such as {_shown(visible)}"
    return ""


def _words(scene: Scene) -> int:
    """How many words the text has; more than a few are not counted."""
    return len(scene.message.text.split(None, _FEW_WORDS))


def _image_only(scene: Scene) -> str:
    message = scene.message
    if _words(scene) >= _FEW_WORDS:
        return ""
    pictures = message.images or sum(attachment.kind.startswith("image/") for attachment in message.attachments)
    return f"pictures shown: {pictures}, words of text: {_words(scene)}" if pictures else ""


def _form(scene: Scene) -> str:
    return "a form or a field to fill in stands in the mail or in a page attached to it" if scene.message.forms else ""


def _imitated(scene: Scene) -> str:
    for place, text in (("subject", scene.message.subject), ("text", scene.message.text)):
        if not text.isascii() and (found := _IMITATION.search(octets(text))):
            word = found.group().decode("utf-8", "replace").strip(" \n.,;:!?()[]\"'")
            return f"{place} has a word in look-alike letters: {_shown(word)}"
    return ""


def _smuggling(scene: Scene) -> str:
    for attachment in scene.message.attachments:
        if BUILT in attachment.active:
            return f"a script in attached {attachment.name or attachment.kind} builds a file"
    return "a script in a page of the mail builds a file" if scene.message.smuggles else ""


def _no_words(scene: Scene) -> str:
    return "" if scene.message.text.strip() else "not a word of text"


def _drawn(scene: Scene) -> str:
    text = scene.message.text
    blocks = 0 if text.isascii() else sum(text.count(block) for block in _DRAWN)
    return f"a picture, perhaps a QR code, drawn with {blocks} block characters" if blocks >= _DRAWN_LEAST else ""


SIGNALS: tuple[Signal, ...] = (
    Signal("hidden-text", "body", "rspamd R_WHITE_ON_WHITE, ZERO_FONT", _hidden),
    Signal("hidden-more-than-shown", "body", "rspamd MANY_INVISIBLE_PARTS", _more_hidden),
    Signal("bidi-override", "body", "Unicode UAX 9 2.2; UTR 36 2.5", _override),
    Signal("zero-width-in-words", "body", "rspamd ZERO_WIDTH_SPACE_URL, of words", _zero_width),
    Signal("image-only", "body", "SpamAssassin HTML_IMAGE_ONLY_04; rspamd HTML_SHORT_LINK_IMG_1", _image_only),
    Signal("form-in-mail", "body", "sublime-rules (credential phishing: form in body)", _form),
    Signal("imitated-letters", "body", "Unicode UTS 39 5.1; rspamd R_MIXED_CHARSET", _imitated),
    Signal("html-smuggling", "body", "MITRE ATT&CK T1027.006; sublime-rules (HTML smuggling)", _smuggling),
    Signal("no-words", "body", "rspamd R_EMPTY_IMAGE, without the image", _no_words),
    Signal("picture-of-characters", "body", "sublime-rules (QR code of characters)", _drawn),
)
