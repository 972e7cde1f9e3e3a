"""Prints, as JSON, how keystoneauth sees a Compute API: the versions that it discovers at a URL, the endpoint that it
picks for each entry of WISHES, and the microversion of the response to each request."""

import json
import sys

from keystoneauth1 import adapter, discover, exceptions, session, token_endpoint

ROOT = sys.argv[1]

# The URL in the catalogue, relative to the root, and the lowest and the highest version to ask for.
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


def text_of(version):
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
        "version": text_of(data.api_version),
        "oldest": text_of(data.min_microversion),
        "newest": text_of(data.max_microversion),
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
            "version": text_of(version["version"]),
            "status": version["status"],
            "oldest": text_of(version["min_microversion"]),
            "newest": text_of(version["max_microversion"]),
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
