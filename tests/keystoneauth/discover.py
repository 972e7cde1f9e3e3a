"""What keystoneauth makes of a Compute API: prints, as JSON, the versions that it finds at a URL, which endpoint it picks
from a catalogue's for each wish, and which microversion it is answered in."""

import json
import sys

from keystoneauth1 import adapter, discover, exceptions, session, token_endpoint

ROOT = sys.argv[1]

# The URL in the catalogue, below the root, and the least and the greatest version wished for.
WISHES = [
    ("", None, None),
    ("", "2.1", "2.latest"),
    ("", "latest", None),
    ("", "2.0", "2.0"),
    ("", "3", "latest"),
    ("v2.1/", "2.1", "latest"),
    ("v2.1/7f4e9a3c", "2.1", "latest"),
    ("v2/", "2.1", "2.latest"),
]


def spelt(version):
    return None if version is None else discover.version_to_string(version)


def picked(path, least, greatest):
    try:
        data = discover.EndpointData(catalog_url=ROOT + path).get_versioned_data(
            session.Session(), min_version=least, max_version=greatest
        )
    except exceptions.DiscoveryFailure as error:
        return type(error).__name__
    return {
        "url": data.url.removeprefix(ROOT),
        "version": spelt(data.api_version),
        "oldest": spelt(data.min_microversion),
        "newest": spelt(data.max_microversion),
    }


def answered(microversion):
    auth = token_endpoint.Token(ROOT + "v2.1", "a-token")
    compute = adapter.Adapter(session.Session(auth=auth), service_type="compute")
    answer = compute.get("/", microversion=microversion, raise_exc=False)
    return {"status": answer.status_code, "echo": answer.headers.get("OpenStack-API-Version")}


result = {
    "versions": [
        {
            "url": version["url"].removeprefix(ROOT),
            "version": spelt(version["version"]),
            "status": version["status"],
            "oldest": spelt(version["min_microversion"]),
            "newest": spelt(version["max_microversion"]),
        }
        for version in discover.Discover(session.Session(), ROOT).version_data()
    ],
    "picked": {
        f"{least} to {greatest} from /{path}": picked(path, least, greatest)
        for path, least, greatest in WISHES
    },
    "answered": {wish: answered(wish) for wish in ["2.1", "2.5", "latest", "2.999"]},
}
print(json.dumps(result))
