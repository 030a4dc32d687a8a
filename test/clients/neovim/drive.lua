-- Drives Neovim's own client through a plan, and writes what a planner would have seen as JSON.
-- Runs on Neovim 0.7 and later: `nvim --headless -u SETUP FILE -c 'luafile drive.lua'`.

local seen = {}
local PATIENCE = 20000

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local function finish(why)
  seen.failed = why
  vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.CONCORD_SEEN)
  vim.cmd('qall!')
end

local function wait(what, fits)
  if not vim.wait(PATIENCE, fits, 20) then
    error('waited in vain for ' .. what)
  end
end

local function codes()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { code = each.code, line = each.lnum + 1, message = each.message })
  end
  return found
end

local function position(line, text)
  local column = lines()[line]:find(text, 1, true)
  vim.api.nvim_win_set_cursor(0, { line, column - 1 })
end

local function drive()
  seen.filetype = vim.bo.filetype
  local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
  wait('the client', function()
    local client = clients()[1]
    return client ~= nil and client.initialized
  end)
  seen.root = clients()[1].config.root_dir

  wait('problems', function() return #vim.diagnostic.get(0) > 0 end)
  seen.problems = codes()

  -- The number that fits is typed in.
  vim.cmd([[silent %s/2026-12   1200        1150        999/2026-12   1200        1150        500/]])
  wait('no problems', function() return #vim.diagnostic.get(0) == 0 end)
  seen.mended = codes()

  position(9, '1000')
  local params = vim.lsp.util.make_position_params(0, 'utf-16')
  local replies = vim.lsp.buf_request_sync(0, 'textDocument/hover', params, PATIENCE)
  for _, reply in pairs(replies or {}) do
    seen.hover = reply.result and reply.result.contents.value
  end

  -- A new clause of the family is begun.
  vim.api.nvim_buf_set_lines(0, 2, 2, false, { '  tar' })
  vim.api.nvim_win_set_cursor(0, { 3, 5 })
  params = vim.lsp.util.make_position_params(0, 'utf-16')
  params.position.character = 5
  replies = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, PATIENCE)
  seen.completions = {}
  for _, reply in pairs(replies or {}) do
    for _, item in ipairs(reply.result.items or reply.result) do
      table.insert(seen.completions, item.label)
    end
  end
  vim.api.nvim_buf_set_lines(0, 2, 3, false, {})

  position(1, 'kettles')
  vim.lsp.buf.rename('pots')
  wait('the new name', function() return lines()[1]:find('pots', 1, true) ~= nil end)
  seen.renamed = lines()

  vim.api.nvim_buf_set_lines(0, 2, 3, false, { '       strategy      make-to-stock' })
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = PATIENCE })
  else
    vim.lsp.buf.formatting_sync(nil, PATIENCE)
  end
  seen.formatted = lines()
end

local done, why = pcall(drive)
finish(done and '' or tostring(why))
