using System.Reflection;
using System.Runtime.CompilerServices;
using EmbeddedHost.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where an app's Program begins.</summary>
public class FunctionsApplication
{
    /// <summary>A builder for the functions of the assembly that calls this, which is an app's entry assembly.</summary>
    /// <param name="args">Settings as <c>--NAME value</c>, above environment variables.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) =>
        new(AppOrigin.Of(Assembly.GetCallingAssembly(), args));
}
