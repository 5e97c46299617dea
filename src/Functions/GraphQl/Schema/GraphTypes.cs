using Microsoft.Extensions.DependencyInjection;

namespace PersonalizationEngine.Functions.GraphQl.Schema;

/// <summary>Makes the types of the schema, which nobody else asks for, out of the services there are.</summary>
internal sealed class GraphTypes(IServiceProvider services) : IServiceProvider
{
    public object? GetService(Type serviceType) => services.GetService(serviceType)
        ?? (serviceType is { IsClass: true, IsAbstract: false } ? ActivatorUtilities.CreateInstance(this, serviceType) : null);
}
