namespace Microsoft.Azure.Functions.Worker.Builder;

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>
    /// Gives HTTP functions ASP.NET Core's request, response and results. An app with HTTP functions must call it.
    /// </summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.Plan.ServesHttp = true;
        return builder;
    }
}
