"""Mail from files, folders and archives of them: each message's name and octets, one at a time, nothing unpacked to disk.

One module for each kind of archive. Whatever is damaged is told by its name and skipped, and the rest is read; every bound is in
`limits`. Nothing here judges or changes a message.
"""

from filter.store.archives.damage import Messages, OnDamage, refuse
from filter.store.archives.limits import MAX_MESSAGE_BYTES
from filter.store.archives.paths import open_path

__all__ = ["MAX_MESSAGE_BYTES", "Messages", "OnDamage", "open_path", "refuse"]
