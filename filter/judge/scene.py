"""A message and where it was met: the site's facts, its past with the sender, the envelope. What signals and rules look at. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from filter.judge import limits, ownwords, quotes
from filter.judge.authresults import AuthResults, read
from filter.judge.confusables import folded, visible
from filter.judge.mail import Envelope, Mail, Message
from filter.judge.parse import parse
from filter.judge.past import Past
from filter.judge.phrases.asks import ASKS
from filter.judge.quotes import Quotes
from filter.judge.rules import fields
from filter.judge.search.wording import Text
from filter.judge.site import NOWHERE, Site
from filter.judge.spelling import joined

_LEAST_OWN = 40  # characters of text before a quotation: a mail that only quotes is read whole
_BREAK = f" . {'.' * limits.PHRASE_OCTETS} "  # a sentence ends, and no phrase goes over it; what follows a colon is no run of dots


class Signal(NamedTuple):
    """One kind of fact that may be true of a scene.

    `name` is its stable id in kebab case, `group` what it speaks of ("identity", "reply", "lookalike", "relation", "authentication",
    "thread", "recipients", "ask", "link", "body", "attachment", "benign"), `source` where it is known from, and `find` gives the
    evidence: a short sentence a reader can check against the message, or "" where it is not true.
    """

    name: str
    group: str
    source: str
    find: Callable[[Scene], str]


@dataclass(frozen=True)
class Scene:
    """`message` as parsed; `past` is None where no history is kept, `envelope` None offline, `checked` None where we did not check
    authentication ourselves. What several signals need is worked out once."""

    message: Message
    site: Site = NOWHERE
    past: Past | None = None
    envelope: Envelope | None = None
    checked: AuthResults | None = None
    _found: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _true: set[str] = field(default_factory=set, repr=False, compare=False)
    _none_true: set[frozenset[str]] = field(default_factory=set, repr=False, compare=False)
    _read: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, mail: Mail, site: Site = NOWHERE) -> Scene:
        """A mail, parsed, as the site met it."""
        return cls(parse(mail.content), site, mail.past, mail.envelope, mail.authentication)

    def evidence(self, signal: Signal) -> str:
        """A signal's evidence, looked for once and cut to its limit; "" where it is not true."""
        if (known := self._found.get(signal.name)) is None:
            known = signal.find(self)
            if known:
                known = _cut(known)
                self._true.add(signal.name)
            self._found[signal.name] = known
        return known

    def known_false(self, names: frozenset[str]) -> bool:
        """Whether all signals of these names were looked for already and none is true: dozens of rules ask it of the same names."""
        if names in self._none_true:
            return True
        if not names.isdisjoint(self._true) or not names <= self._found.keys():
            return False
        self._none_true.add(names)
        return True

    def values(self, name: str) -> tuple[str, ...]:
        """The values of a field that conditions look at, read once."""
        if (known := self._read.get(name)) is None:
            known = self._read[name] = tuple(fields.values(name, self.message))
        return known

    @cached_property
    def authentication(self) -> AuthResults | None:
        """What is known of the sender's authentication: by our own check, else by a server that the site trusts; None without either."""
        return self.checked or read(self.message.headers, self.site.authserv_ids, self.site.domains)

    @cached_property
    def quotes(self) -> Quotes:
        """The text parted into what is new and what is quoted."""
        return quotes.read(self.message.text)

    @cached_property
    def own_words(self) -> tuple[str, ...]:
        """The text without what stands around it whoever writes (`ownwords`)."""
        return ownwords.read(self.message.text, self.quotes)

    @cached_property
    def plain(self) -> str:
        """Subject and text as the eye takes them: accents and look-alikes folded, words spelt out joined, lower case, single spaces. A
        row of dots parts the two: what one ends in and the other begins with was never said together."""
        return _parted(_plain(self.message.subject), _plain(self.message.text))

    @cached_property
    def own(self) -> str:
        """`plain` without what is quoted behind it, and of a long one both ends, for who asks for something does it early, or last: what
        asks are found in."""
        is_new = self.quotes.quoted and len(self.quotes.new) >= _LEAST_OWN
        text = self.quotes.new if is_new else self.message.text
        if len(text) > limits.FIRST_CHARS + limits.END_CHARS:
            return _parted(_plain(self.message.subject), _ends(visible(text)))
        return _parted(_plain(self.message.subject), _plain(text)) if is_new else self.plain

    @property
    def own_chars(self) -> int:
        """Characters of `own` that are the mail's."""
        return len(self.own.replace(_BREAK, " "))

    @cached_property
    def asked(self) -> Text:
        """`own`, looked up for all asks at once."""
        return ASKS.read(self.own)


def _cut(said: str) -> str:
    """With an ellipsis where it is too long, in the place of a whole word: half a domain would be another."""
    if len(said) <= limits.EVIDENCE_CHARS:
        return said
    kept = said[: limits.EVIDENCE_CHARS]
    return f"{kept.rpartition(' ')[0] or kept[:-1]}…"


def _plain(text: str) -> str:
    return " ".join(joined(folded(text).lower()).split())


def _parted(one: str, other: str) -> str:
    return f"{one}{_BREAK}{other}" if one and other else one or other


def _ends(text: str) -> str:
    """Cut before it is folded, which leaves nothing of a long text's end, and to whole words."""
    if len(text) <= limits.FIRST_CHARS + limits.END_CHARS:
        return _plain(text)
    first, last = text[: limits.FIRST_CHARS], text[-limits.END_CHARS :]
    first, last = first.rpartition(" ")[0] or first, last.partition(" ")[2] or last
    return _parted(_plain(first), _plain(last))
