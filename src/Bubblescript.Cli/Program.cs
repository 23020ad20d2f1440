using Bubblescript.Cli;

return await BubbleTool.RunAsync(args, ToolConsole.System).ConfigureAwait(false);
