using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Access;

namespace PersonalizationEngine.Functions.GraphQl.Access;

/// <summary>Finds out who asks. What else than a key may let somebody in belongs here.</summary>
internal sealed class Callers(MasterKey masterKey, AccessKeyring editors)
{
    public Caller Of(HttpRequest request) => new(request, masterKey, editors);
}
