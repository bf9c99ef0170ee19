"""Every error Sievert raises on purpose, drawn as one tree. Nothing else lives here.

    SievertError
    ├── ConfigError          the configuration is wrong; carries every problem at once            exit status 2
    ├── UsageError           what was asked on the command line cannot be done                   exit status 2
    ├── BundleError          a model is missing, changed, truncated or of another schema         exit status 2
    ├── RulebookError        a rule cannot be read; names file, line, rule and key               exit status 2
    ├── SiteError            a list of the site's facts cannot be read; names file and line       exit status 2
    ├── CorpusError          training mail is missing or cannot be used                          exit status 2
    ├── StoreError           the quarantine or journal could not keep what it was given          tempfail (451)
    │   ├── StoreFullError   there is no room for it                                             tempfail (452)
    │   └── StoreMovedError  its file was moved meanwhile: tried again, it goes to a new one     tempfail (451)
    ├── DnsError             the DNS gave no answer: a check of a mail's origin says nothing      never reaches a reply
    ├── RecordError          a record or a signature is wrong, and will be: a permerror           never reaches a reply
    └── NextHopError         the next hop refused or could not be reached; carries its reply     as its reply says

Temporary or permanent is part of the type: a StoreError is always temporary, a NextHopError carries a reply that says which.
"""


class SievertError(Exception):
    """Root of the tree; the command line turns it into one line on stderr and exit status 2."""


class ConfigError(SievertError):
    """The configuration is wrong. `problems` has one line each, naming the key's path."""

    def __init__(self, source: str, problems: tuple[str, ...]) -> None:
        self.source = source
        self.problems = problems
        super().__init__("\n".join((f"{source}: {len(problems)} problem(s)", *(f"  {p}" for p in problems))))


class UsageError(SievertError):
    """What was asked on the command line cannot be done, and why."""


class BundleError(SievertError):
    """A model bundle cannot be used: missing, changed, truncated, or made for another feature schema."""


class RulebookError(SievertError):
    """Rules cannot be read. `problems` has one line each, naming the file, the line, the rule and the key."""

    def __init__(self, folder: str, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join((f"{folder}: {len(problems)} problem(s)", *(f"  {problem}" for problem in problems))))


class SiteError(SievertError):
    """Lists of what the site knows of itself cannot be read. `problems` has one line each, naming the file and the line."""

    def __init__(self, folder: str, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join((f"{folder}: {len(problems)} problem(s)", *(f"  {problem}" for problem in problems))))


class CorpusError(SievertError):
    """Mail to train or test on is missing or cannot be used."""


class StoreError(SievertError):
    """The quarantine or journal could not keep what it was given. Always temporary: nothing was promised."""


class StoreFullError(StoreError):
    """There is no room on the disk, or in the quota."""


class StoreMovedError(StoreError):
    """The database's file was moved or removed before the end."""


class DnsError(SievertError):
    """The DNS gave no answer, or none in time. Always temporary."""


class RecordError(SievertError):
    """What a domain publishes, or what a signature says, breaks its own rules. Always permanent."""


class NextHopError(SievertError):
    """The next hop refused, failed or went silent.

    `code` and `text` are the reply for our client (RFC 5321 4.2), the text opening with an enhanced status code (RFC 3463).
    """

    def __init__(self, code: int, text: str) -> None:
        self.code = code
        self.text = text
        super().__init__(f"{code} {text}")
