namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step around every invocation. Made once and shared by all of them.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <remarks>
    /// An <c>IResult</c> of an HTTP function is written after <paramref name="next"/> has returned: headers can still be set
    /// then.
    /// </remarks>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
