using PersonalizationEngine.Engine.Access;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>Somebody who signed in.</summary>
/// <param name="Id">Of this signing in; what forms prove themselves with is made of it.</param>
/// <param name="Source">What they proved themselves with, which has to hold at each request.</param>
/// <param name="Mark">As <see cref="KeyHolder.Mark"/>.</param>
internal sealed record DashboardSession(string Id, string Name, AccessRole Role, KeySource Source, string Mark)
{
    /// <summary>Of pages that need no session.</summary>
    public static DashboardSession Nobody { get; } = new("", "", AccessRole.Viewer, KeySource.Setting, "");
}
