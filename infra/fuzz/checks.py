"""What scripts/fuzz looks for beside the checks of schemathesis: a request that fits the OpenAPI document is not refused for its form."""

import schemathesis
from schemathesis import GenerationMode

# Refusals of the gateway itself for the form of a request. Services refuse too, for what a city's rules forbid.
FORM = {"invalid-body", "invalid-query", "invalid-header", "malformed-json"}


@schemathesis.check
def takes_what_it_describes(ctx, response, case):
    if case.meta is None or case.meta.generation.mode != GenerationMode.POSITIVE or response.status_code not in (400, 422):
        return
    problem = response.json()
    if problem.get("slug") in FORM:
        raise AssertionError(f"fits the document, and is refused: {problem.get('errors', problem.get('detail'))}")
