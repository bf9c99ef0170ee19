"""What stands in most mail, whoever writes it: usual header fields, and the commonest words of eight languages.

A site's lesson says nothing of these. What two mails share that have nothing to do with one another is nearly all here: a lesson on one
would move the other, and a dozen lessons would move all mail.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from filter.judge.hashing import SLOTS, hash_headers, word_slots

HEADERS = """\
from: <>
from: "" <
to: <
cc: <
reply-to: <
subject: re: fw: aw:
subject: Re: =?utf-8?Q?=C3=
subject: =?UTF-8?B?
date: Mon, Tue, Wed, Thu, Fri, Sat, Sun,
date: 1 Jan 20 Feb 20 Mar 20 Apr 20 May 20 Jun 20 Jul 20 Aug 20 Sep 20 Oct 20 Nov 20 Dec 20
date: 2020 2021 2022 2023 2024 2025 2026 2027 2028 2029
date: :00:00 +0000 -0500 +0100 +0200 -0000 (UTC) (GMT)
message-id: <
mime-version: 1.0
content-type: text/plain; charset="utf-8"
content-type: text/plain; charset=UTF-8; format=flowed
content-type: text/html; charset=us-ascii iso-8859-1
content-type: multipart/alternative; boundary="----=_Part_000_
content-type: multipart/mixed; multipart/related; boundary="==
content-transfer-encoding: quoted-printable
content-transfer-encoding: base64
content-transfer-encoding: 7bit
content-transfer-encoding: 8bit
content-language: en-US
content-disposition: inline
accept-language: en-US, de-DE
in-reply-to: <
references: <
list-id: <
list-unsubscribe: <mailto: <https://
list-unsubscribe-post: List-Unsubscribe=One-Click
list-post: <mailto:
list-help: <mailto:
list-subscribe: <mailto:
list-archive: <http
precedence: list bulk
auto-submitted: auto-generated
sender: errors-to:
user-agent: Mozilla Thunderbird
x-mailer: Microsoft Outlook 16.0
x-mailer: Apple Mail iPhone Mail
x-originating-ip: [
x-priority: 3 (Normal)
importance: normal
thread-topic:
thread-index: Ac
x-ms-has-attach: yes
x-ms-tnef-correlator:
x-ms-exchange-
feedback-id:
@gmail.com>
@outlook.com>
@mail.gmail.com>
.prod.outlook.com>
.com> .org> .net> .de> .fr>
"""
"""Fields as most mailers write them; only the windows of four octets count, not their order."""

WORDS = """
0 00 000 0000 00000 000000 0000000 00000000 a about after again all also am an and any are as at back be because been before below best
but by call can com could day days dear do does don't email even find first for free from get go good had has have he hello help her here
hi his how html http https i i'll i'm i've if in information into is it it's its just kind know last like list lists mail make may me
message more most much my name need new next no not now number of off on one only or org other our out over people per please read regards
reply see send sent set she should so some something still subject take than thank thanks that the their them then there these they think
this through time to today two unsubscribe up us use used very want was way we well were what when where which who will with without work
would wrote www you your
aber als am an auch auf aus bei bis bitte da das dass dem den der des die durch ein eine einen einer er es fur gruss grusse haben hallo
hat herr ich ihr ihre ihren im in ist kann mehr mein mich mit nach nicht noch nur oder sehr sich sie sind uber um und uns unser unsere
vielen vom von vor war was wenn werden wie wir wird zu zum zur
a al ao aos as ate au aux avec bien bonjour c'est ce cela cette com comme como con cordial cuando d'une da dans das de del depois depuis
des desde do donc donde dos du e el ela ele ella elle em en entre es est esta estan este esto et etre eu faire foi gracias ha hasta hay
hola il isso j'ai ja je jour la las le les leur lo los lui mais mas me merci mi mismo mon muito muy na nao nas ne no nos nossa nosso notre
nous o obrigado ola os ou par para pas pela pelo pero plus por porque pour qu'il quando que qui sa saludo saludos sans se sem ser ses seu
si sin so sobre son su sua sur sus tambien te tem tiene todo tout tres um uma un una une usted voce vos votre vous y ya
aan ai al alla als anche bij buongiorno c'e che chi ci come con cordiali cosa da dag dal dalla dan dat de degli dei del della delle deze
di die dit door e ed een en er era gli graag grazie groet groeten ha had hallo heb heeft het hij ho i ik il in io is je kan la le lei lo
ma maar me meer met mi mijn molto naar ne nel nella niet nog non nu o of om ons onze ook op over per piu puo quando questa questo saluti
se si sia solo sono sua suo te tot tra uit un una uw van veel vi voor was wat we wel wij worden wordt ze zijn zo
a ale bardzo bedzie by byc czy da dla do dzieki dzien gdy i ich im ja jak jest jestem juz ma mam moze mozna na nad nam nas nie o od oraz
pan pani panstwo po pod pozdrawiam pracy prosze przez przy sa sie tak tego ten to tym w we wszystko z za ze zeby
"""
"""Words as the features have them: folded, digits as zeros."""


def _everyday() -> npt.NDArray[np.bool_]:
    slots = np.zeros(SLOTS, dtype=np.bool_)
    for line in HEADERS.splitlines():
        slots[hash_headers(f"\n{line}\n".encode())] = True
    slots[word_slots(tuple(word.encode() for word in WORDS.split()))] = True
    slots.flags.writeable = False
    return slots


EVERYDAY = _everyday()
"""Whether a slot stands for one of them, (slots,)."""
