"""By mail to the units and back: each unit its own sheets, and what comes back put together."""

from powerlist.formats.parcels.collecting import Clash, Collected, collect
from powerlist.formats.parcels.splitting import Parcel, Parcels, split

__all__ = ["Clash", "Collected", "Parcel", "Parcels", "collect", "split"]
