using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.GraphQl.Access;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>Finds out whose key it is, and what its holder may do.</summary>
public sealed class KeyHolders
{
    private readonly MasterKey _master;
    private readonly EditorKeys _editors;

    internal KeyHolders(MasterKey master, EditorKeys editors) => (_master, _editors) = (master, editors);

    /// <returns>Null where nobody has it.</returns>
    internal async Task<(string Name, AccessRole Role)?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (_editors.NameOf(key) is { } name && name != EditorKeys.Master) return (name, AccessRole.Editor);
        return await _master.WhyNotAsync(key, cancellationToken) is null ? (EditorKeys.Master, AccessRole.Admin) : null;
    }
}
