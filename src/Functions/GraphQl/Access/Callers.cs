using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Functions.GraphQl.Access;

/// <summary>Finds out who asks. What else than a key may let somebody in belongs here.</summary>
internal sealed class Callers(MasterKey masterKey, EditorKeys editors)
{
    public Caller Of(HttpRequest request) => new(request, masterKey, editors);
}
