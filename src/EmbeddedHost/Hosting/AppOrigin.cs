using System.Reflection;

namespace EmbeddedHost.Hosting;

/// <summary>Where an app comes from.</summary>
/// <param name="Args">The arguments of the process.</param>
/// <param name="Name">The app's name: that of its assembly.</param>
/// <param name="Types">The types whose functions are run.</param>
/// <param name="AppDirectory">Where the binaries are, and host.json beside them.</param>
/// <param name="WorkingDirectory">What relative paths of settings start from.</param>
internal sealed record AppOrigin(
    string[] Args, string Name, IReadOnlyList<Type> Types, string AppDirectory, string WorkingDirectory)
{
    public static AppOrigin Of(Assembly assembly, string[] args) =>
        new(args, assembly.GetName().Name ?? "", assembly.GetTypes(), AppContext.BaseDirectory, Environment.CurrentDirectory);
}
