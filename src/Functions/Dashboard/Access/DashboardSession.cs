using PersonalizationEngine.Engine.Access;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>Somebody who signed in.</summary>
/// <param name="Id">Of this signing in; what forms prove themselves with is made of it.</param>
internal sealed record DashboardSession(string Id, string Name, AccessRole Role);
